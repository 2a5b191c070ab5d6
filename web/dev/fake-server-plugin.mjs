import { Readable } from 'node:stream';

/** Answers /api from src/testing/fake-server.ts, the same server that the tests talk to. */
export function fakeServer() {
  return {
    name: 'ninben-fake-server',
    async configureServer(vite) {
      let server;
      vite.middlewares.use(async (request, response, next) => {
        if (!request.url?.startsWith('/api/')) return next();
        server ??= new (await vite.ssrLoadModule('/src/testing/fake-server.ts')).FakeServer();
        const body = request.method === 'GET' ? undefined : await new Response(Readable.toWeb(request)).arrayBuffer();
        const url = `http://localhost${request.url}`;
        const answer = await server.fetch(url, { method: request.method, headers: request.headers, body });
        response.writeHead(answer.status, Object.fromEntries(answer.headers));
        if (!answer.body) return response.end();
        Readable.fromWeb(answer.body).pipe(response);
      });
    },
  };
}
