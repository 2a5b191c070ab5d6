import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

import { fakeServer } from './dev/fake-server-plugin.mjs';

// NINBEN_FAKE=1 answers /api from src/testing instead of a running server: enough to look at every page.
const fake = process.env['NINBEN_FAKE'] === '1';
const server = process.env['NINBEN_SERVER'] ?? 'http://127.0.0.1:5088';

export default defineConfig({
  plugins: [react(), ...(fake ? [fakeServer()] : [])],
  build: {
    target: 'es2023',
    outDir: 'dist',
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 800,
    manifest: true,
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
            { name: 'mantine', test: /node_modules[\\/](@mantine|@floating-ui)[\\/]/, priority: 20 },
          ],
        },
      },
    },
  },
  server: fake ? {} : { proxy: { '/api': { target: server, changeOrigin: true } } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    testTimeout: 20_000,
    setupFiles: ['src/testing/setup.ts'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
  },
});
