export default {
  test: { include: ['*.test.ts'], testTimeout: 120_000, hookTimeout: 120_000 },
}
