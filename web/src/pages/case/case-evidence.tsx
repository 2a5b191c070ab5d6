import { pageImagePath } from '../../api/queries';
import type { EvidenceDocument } from '../../api/types';
import { shortHash } from '../../kit/format';
import { texts } from '../../kit/texts';
import { PageImage } from '../../parts/page-image';

import styles from '../../parts/page.module.css';

export function CaseEvidence({ evidence }: { evidence: readonly EvidenceDocument[] }) {
  if (evidence.length === 0) return <p className={styles.muted}>{texts.case_.noEvidence}</p>;
  return (
    <ul>
      {evidence.map((document) => (
        <li key={document.hash} className={styles.item}>
          <strong>{document.name ?? texts.evidence.document}</strong>
          <span className={styles.mono} title={document.hash}>
            {document.mediaType} · {shortHash(document.hash)}
          </span>
          <a href={`/api/documents/${document.hash}/content`} download>
            {texts.case_.download}
          </a>
          {document.mediaType.startsWith('text/') ? null : (
            <div className={styles.full}>
              <PageImage source={pageImagePath(document.hash, 1)} label={texts.evidence.page(document.name ?? '', 1)} boxes={[]} width="min(420px, 100%)" />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
