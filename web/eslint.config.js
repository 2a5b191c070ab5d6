import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

/** Imports go one way: app -> pages -> parts -> kit, and pages/parts -> api. */
const zone = (files, banned, ignores = []) => ({
  files,
  ignores: ['**/*.test.ts', '**/*.test.tsx', ...ignores],
  rules: { 'no-restricted-imports': ['error', { patterns: banned.map((group) => ({ group: [group.pattern], message: group.message })) }] },
});
const pages = ['inbox', 'review', 'case', 'cases', 'processes', 'audit', 'sign-in', 'new-case'];
const upwards = (names) => names.map((name) => ({ pattern: `**/${name}/**`, message: `Imports go app -> pages -> parts -> kit; nothing here may reach up into ${name}.` }));

export default tseslint.config(
  { ignores: ['dist', 'node_modules', 'dev'] },
  ...tseslint.configs.recommended,
  {
    plugins: { 'react-hooks': hooks },
    rules: {
      'react-hooks/rules-of-hooks': 'error',
      'react-hooks/exhaustive-deps': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      'max-lines-per-function': ['error', { max: 150, skipBlankLines: true, skipComments: true }],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Use a union of string literals.' },
        { selector: 'ExportDefaultDeclaration', message: 'Named exports only.' },
        { selector: 'ExportAllDeclaration', message: 'No barrel files.' },
      ],
    },
  },
  { files: ['*.config.ts', '*.config.js'], rules: { 'no-restricted-syntax': 'off' } },
  { files: ['**/*.test.tsx', '**/*.test.ts'], rules: { 'max-lines-per-function': 'off' } },
  zone(['src/kit/**'], upwards(['app', 'pages', 'parts', 'api'])),
  zone(['src/api/**'], upwards(['app', 'pages', 'parts', 'kit'])),
  zone(['src/parts/**'], upwards(['app', 'pages'])),
  ...pages.map((page) =>
    zone([`src/pages/${page}/**`], [
      ...upwards(['app']),
      ...pages.filter((other) => other !== page).map((other) => ({ pattern: `../${other}/**`, message: 'Pages never import pages.' })),
    ]),
  ),
);
