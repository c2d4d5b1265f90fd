import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'

const pure = ['packages/*/src/**/*.ts']
const tests = [
  '**/*.test.ts',
  '**/testing/**',
  '**/testing.ts',
  '**/fixtures/**',
  '**/conformance/**',
  'e2e/**',
  'scripts/**',
  'bench/**',
  'torture/**',
]

const environment = {
  object: 'process',
  property: 'env',
  message: 'Read settings in apps/api/src/config.ts and pass them in.',
}

export default ts.config(
  {
    ignores: [
      '**/build/',
      '**/.svelte-kit/',
      '**/.turbo/',
      '**/migrations/',
      'data/',
      '.permu/',
      '**/assembly/',
    ],
  },
  js.configs.recommended,
  ...ts.configs.strict,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: globals.node },
    rules: {
      'max-lines': ['error', { max: 250, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 10],
      'max-depth': ['error', 3],
      'max-params': ['error', 3],
      'no-console': 'error',
      eqeqeq: 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      'no-restricted-properties': ['error', environment],
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { globals: globals.browser, parserOptions: { parser: ts.parser } },
    rules: {
      'max-lines-per-function': 'off',
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
    },
  },
  {
    files: pure,
    ignores: tests,
    rules: {
      'no-restricted-properties': [
        'error',
        environment,
        { object: 'Math', property: 'random', message: 'Packages are pure: take a seed.' },
        { object: 'Date', property: 'now', message: 'Packages are pure: take the time.' },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'Packages are pure: take the time as an argument.',
        },
      ],
    },
  },
  {
    files: ['apps/api/src/**/*.ts'],
    ignores: ['apps/api/src/database/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          paths: [
            ...['better-sqlite3', 'pg', '@electric-sql/pglite'].map((name) => ({
              name,
              message: 'Only apps/api/src/database knows the engine: use openStore.',
            })),
          ],
        },
      ],
    },
  },
  {
    files: [
      'apps/api/src/config.ts',
      'apps/api/src/main.ts',
      'apps/api/src/commands.ts',
      '**/*.config.ts',
      'scripts/**',
    ],
    rules: { 'no-restricted-properties': 'off', 'no-console': 'off' },
  },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: 400, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': 'off',
      'max-params': 'off',
      'no-console': 'off',
      'no-restricted-properties': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
    },
  },
)
