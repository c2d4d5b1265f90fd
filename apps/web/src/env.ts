import { defineEnvVars } from '@sveltejs/kit/env'

export const variables = defineEnvVars({
  API_URL: {
    schema: (value) => value ?? 'http://127.0.0.1:4311',
    description: 'Where the API answers while pages are rendered on the server',
  },
})
