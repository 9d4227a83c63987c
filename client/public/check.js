/* oxlint-disable no-var, no-unused-vars -- read by browsers that know nothing newer. */
// Runs in every browser, old ones too: plain old script, nothing newer. Shows what stands in the page for those that
// cannot run the application, and keeps out of the way everywhere else.
;(function () {
  var isStarted = function () {
    return document.getElementById('root').childNodes.length > 0
  }
  var read = function (text) {
    try {
      return decodeURIComponent(text)
    } catch (unreadable) {
      return text
    }
  }
  var show = function () {
    var page = document.getElementById('cannot')
    if (!page || isStarted()) return
    // Whoever came by a code needs it in the other browser.
    var code = /^\/j\/([^/]{4,20})\/?$/.exec(location.pathname)
    if (code && !/^[A-Za-z0-9_-]{16}$/.test(code[1])) {
      document.getElementById('cannot-code').textContent = read(code[1]).toUpperCase()
      document.getElementById('cannot-code-line').removeAttribute('hidden')
    }
    page.removeAttribute('hidden')
  }
  var canRun = function () {
    return (
      'noModule' in document.createElement('script') &&
      typeof Promise !== 'undefined' &&
      typeof Array.prototype.toSorted === 'function' &&
      typeof Array.prototype.findLast === 'function' &&
      typeof String.prototype.toWellFormed === 'function' &&
      typeof Object.hasOwn === 'function' &&
      typeof AbortSignal !== 'undefined' &&
      typeof AbortSignal.timeout === 'function' &&
      typeof Intl !== 'undefined' &&
      typeof Intl.Segmenter === 'function' &&
      typeof CSS !== 'undefined' &&
      CSS.supports('color', 'color-mix(in oklab, red, blue)')
    )
  }
  var check = function () {
    if (!canRun()) return show()
    // A script that could not be read or fetched says so once; the application itself says what happens later.
    var script = document.querySelector('script[type="module"]')
    if (script) script.addEventListener('error', show)
  }
  window.addEventListener('error', function (event) {
    if (event.filename && !isStarted()) show()
  })
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', check)
  else check()
})()
