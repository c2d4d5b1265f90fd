import { sveltekit } from '@sveltejs/kit/vite'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'

const executablePath = process.env['PERMU_CHROMIUM'] ?? '/usr/bin/chromium'

// Named here so that a first run does not find them one by one and reload under a test.
const BROWSER_DEPENDENCIES = [
  'vitest-browser-svelte',
  'echarts/core',
  'echarts/charts',
  'echarts/components',
  'echarts/features',
  'echarts/renderers',
]

export default defineConfig({
  plugins: [sveltekit({})],
  test: {
    expect: { requireAssertions: true },
    testTimeout: 60_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'server',
          environment: 'node',
          include: ['src/**/*.test.ts'],
          exclude: ['src/**/*.svelte.test.ts'],
        },
      },
      {
        extends: true,
        optimizeDeps: { include: BROWSER_DEPENDENCIES },
        test: {
          name: 'client',
          include: ['src/**/*.svelte.test.ts'],
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath, args: ['--no-sandbox', '--disable-gpu'] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
