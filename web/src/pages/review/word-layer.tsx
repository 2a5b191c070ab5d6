import { useQuery } from '@tanstack/react-query';

import { pageWordsQuery } from '../../api/queries';
import type { PageWord } from '../../api/types';

import { pickWord } from './picked-word';

import styles from './evidence.module.css';

/** While a value is edited the words of the page can be clicked: the word becomes the value, its place the evidence. */
export function WordLayer({ document, page }: { document: string; page: number }) {
  const words = useQuery(pageWordsQuery(document, page));
  if (!words.data) return null;
  const { width, height } = scaleOf(words.data.words, words.data.width, words.data.height);
  return (
    <svg className={styles.words} viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
      {words.data.words.map((word, index) => (
        <rect
          key={index}
          x={word.x / width}
          y={word.y / height}
          width={word.width / width}
          height={word.height / height}
          // The press must not take the focus away from the field that is being edited.
          onMouseDown={(event) => {
            event.preventDefault();
            pickWord({ document, page, x: word.x / width, y: word.y / height, width: word.width / width, height: word.height / height, text: word.text });
          }}
        />
      ))}
    </svg>
  );
}

/** Words come as fractions of the page or as pixels of the scan; the greatest coordinate tells which. */
function scaleOf(words: readonly PageWord[], width: number, height: number): { width: number; height: number } {
  const fractions = words.every((word) => word.x + word.width <= 1.001 && word.y + word.height <= 1.001);
  return fractions ? { width: 1, height: 1 } : { width, height };
}
