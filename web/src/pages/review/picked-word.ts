import type { Region } from '../../api/types';

// The page of evidence and the field that is being edited lie far apart in the tree; a word that is clicked goes over here.
let receiver: ((region: Region) => void) | null = null;

export function receiveWords(take: (region: Region) => void): () => void {
  receiver = take;
  return () => {
    if (receiver === take) receiver = null;
  };
}

export function pickWord(region: Region): void {
  receiver?.(region);
}
