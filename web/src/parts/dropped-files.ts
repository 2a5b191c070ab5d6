// Files cannot travel in a URL. They wait here between the page they were dropped on and the page that opens the case.
let waiting: File[] = [];

export function handOver(files: readonly File[]): void {
  waiting = [...files];
}

export function takeOver(): File[] {
  const files = waiting;
  waiting = [];
  return files;
}
