import { expect, test } from 'vitest'
import { addressKey, isLoopback, maskAddress } from './address.ts'

test('I9 an IPv6 address is counted by its network of 64 bits, an IPv4 address alone', () => {
  expect(addressKey('2001:db8:1:2:aaaa::1')).toBe(addressKey('2001:db8:1:2:bbbb:cccc:dddd:2'))
  expect(addressKey('2001:db8:1:3::1')).not.toBe(addressKey('2001:db8:1:2::1'))
  expect(addressKey('2001:db8::1')).toBe('2001:db8:0:0::/64')
  expect(addressKey('::ffff:192.0.2.7')).toBe('192.0.2.7')
  expect(addressKey('192.0.2.7')).not.toBe(addressKey('192.0.2.8'))
})

test('W9 a logged address does not tell which machine it was', () => {
  expect(maskAddress('192.0.2.7')).toBe('192.0.2.0')
  expect(maskAddress('::ffff:192.0.2.7')).toBe('192.0.2.0')
  expect(maskAddress('2001:db8:1:2:aaaa::1')).toBe('2001:db8:1::')
  expect(maskAddress('nonsense')).toBe('::')
})

test('W8 this machine is known by its loopback addresses', () => {
  expect(['127.0.0.1', '127.8.8.8', '::1', '::ffff:127.0.0.1'].every(isLoopback)).toBe(true)
  expect(['128.0.0.1', '::2', '10.0.0.1', 'localhost'].some(isLoopback)).toBe(false)
})
