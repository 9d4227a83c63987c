/** Whether this browser keeps cookies for us. Without them nothing proves who somebody is once the page is gone. */
export const keepsCookies = (): boolean => navigator.cookieEnabled

/** Whether this device will know its person again: cookies and a drawer of its own are both there. */
export const canRemember = (): boolean => {
  try {
    localStorage.getItem('roundel')
    return keepsCookies()
  } catch {
    return false
  }
}
