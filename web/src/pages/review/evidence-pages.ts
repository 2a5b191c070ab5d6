import type { EvidenceDocument, ProposedField, Region } from '../../api/types';

export type EvidencePage = { document: EvidenceDocument; page: number };

/** All pages of all documents in one row, so that two keys reach every one of them. */
export function pagesOf(evidence: readonly EvidenceDocument[]): EvidencePage[] {
  return evidence.flatMap((document) => Array.from({ length: Math.max(1, document.pages) }, (_, index) => ({ document, page: index + 1 })));
}

export function pageIndexOf(pages: readonly EvidencePage[], region: Region | undefined): number | undefined {
  if (!region) return undefined;
  const index = pages.findIndex((page) => page.document.hash === region.document && page.page === region.page);
  return index < 0 ? undefined : index;
}

export const firstRegion = (field: ProposedField | undefined): Region | undefined => field?.regions[0];
