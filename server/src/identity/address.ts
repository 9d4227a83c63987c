import { type AddressInfo, isIPv4, isIPv6 } from 'node:net'

/** The eight groups of an IPv6 address, `::` filled up, or undefined when it is none. */
const groupsOf = (address: string): string[] | undefined => {
  if (!isIPv6(address)) return undefined
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === undefined || tail === '' ? [] : tail.split(':')
  const missing = tail === undefined ? 0 : Math.max(0, 8 - left.length - right.length)
  return [...left, ...Array<string>(missing).fill('0'), ...right].map((group) => group.toLowerCase())
}

const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i

const plain = (address: string): string => MAPPED.exec(address)?.[1] ?? address

/**
 * What an address is counted under: an IPv4 address as it is, an IPv6 address by its network of 64 bits, because a
 * single customer usually has all of it.
 */
export const addressKey = (address: string): string => {
  const own = plain(address)
  const groups = groupsOf(own)
  return groups ? `${groups.slice(0, 4).join(':')}::/64` : own
}

/** An address as it may stand in a log: IPv4 without its last number, IPv6 by its network of 48 bits. */
export const maskAddress = (address: string): string => {
  const own = plain(address)
  if (isIPv4(own)) return `${own.split('.').slice(0, 3).join('.')}.0`
  return `${groupsOf(own)?.slice(0, 3).join(':') ?? ''}::`
}

/** Whether a request comes from this very machine. */
export const isLoopback = (address: string): boolean => {
  const own = plain(address)
  return own === '::1' || (isIPv4(own) && own.startsWith('127.'))
}

const EVERYWHERE = new Set(['0.0.0.0', '::'])

/** Where a server that listens is reached from its own machine; undefined before it listens. */
export const loopbackOrigin = (listening: AddressInfo | string | null): string | undefined => {
  if (listening === null || typeof listening === 'string') return undefined
  const { address, port } = listening
  const host = EVERYWHERE.has(address) ? '127.0.0.1' : isIPv6(address) ? `[${address}]` : address
  return `http://${host}:${port}`
}
