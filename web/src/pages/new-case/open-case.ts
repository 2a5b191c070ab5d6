import { call, post } from '../../api/client';
import type { StoredDocument } from '../../api/types';
import type { JsonObject } from '../../api/words';

export type Upload = {
  id: number;
  name: string;
  file: File | null;
  state: 'waiting' | 'sending' | 'opened' | 'failed';
  caseId: string | null;
  problem: unknown;
};

type Opening = { process: string; reference: string; variables: JsonObject };

/** Stores the document, then opens a case with it as the variable `document`. */
export async function openCase(upload: Upload, opening: Opening): Promise<Upload> {
  try {
    const document = upload.file ? await call<StoredDocument>('/api/documents', { method: 'POST', body: { file: upload.file } }) : null;
    const opened = await post<{ id: string }>('/api/cases', {
      process: opening.process,
      ...(opening.reference ? { businessKey: opening.reference } : {}),
      variables: document ? { ...opening.variables, document } : opening.variables,
    });
    return { ...upload, state: 'opened', caseId: opened.id, problem: null };
  } catch (error) {
    return { ...upload, state: 'failed', problem: error };
  }
}
