import adapter from '@sveltejs/adapter-node'
import { sveltekit } from '@sveltejs/kit/vite'
import { defineConfig } from 'vite'
import { guides } from './src/lib/guide/plugin.ts'

// What the page says of itself, such as the version of its build, is handed over by the first script.
const PAYLOAD = {
  name: 'payload',
  test: /vite\/preload-helper|@sveltejs\/kit\/src\/runtime\/client\/payload/u,
  priority: 1,
}

// What every page needs stands in one file: it packs better, and is one request instead of eight. It
// reads the payload as soon as it is evaluated, so the first script must not import it; SvelteKit
// looks for the two files that it starts with, which therefore stay apart too, and so does what few
// pages use.
const FRAMEWORK = {
  name: 'framework',
  test: /node_modules\/(?:svelte|devalue|hono|@sveltejs\/kit)\/(?!src\/runtime\/client\/(?:client-)?entry|src\/runtime\/app\/forms|src\/reactivity\/|src\/internal\/client\/dom\/blocks\/(?:await|svelte-element)|src\/internal\/client\/dom\/elements\/bindings\/select)/u,
}

// Small modules that most pages share.
const COMMON = { name: 'common', test: /\/(?:apps\/web|packages)\//u, minShareCount: 18 }

export default defineConfig({
  plugins: [
    guides(),
    sveltekit({
      adapter: adapter(),
      // Styles up to this size stand in the page: the first paint waits for no second answer.
      inlineStyleThreshold: 16_384,
      // SvelteKit compares whole origins and would refuse every form behind a proxy that ends TLS; the
      // server's hook compares host names instead, as the API does.
      csrf: { trustedOrigins: ['*'] },
      csp: {
        mode: 'auto',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'style-src-attr': ['unsafe-inline'],
          'img-src': ['self', 'data:', 'blob:'],
          'connect-src': ['self'],
          'worker-src': ['self'],
          'object-src': ['none'],
          'base-uri': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
        },
      },
    }),
  ],
  environments: {
    client: {
      build: {
        rolldownOptions: { output: { codeSplitting: { groups: [PAYLOAD, FRAMEWORK, COMMON] } } },
      },
    },
  },
  server: {
    port: 4312,
    // The host name stays as the browser sent it: the API refuses writes from foreign origins.
    proxy: {
      '/api': { target: process.env['API_URL'] ?? 'http://127.0.0.1:4311', changeOrigin: false },
    },
  },
})
