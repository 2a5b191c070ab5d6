const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const nodes = /(?:Task|^task|Event|Gateway|^subProcess|^adHocSubProcess|^transaction|^callActivity)$/;

/** The flow nodes of a model, in its order. */
export function stepsOf(xml: string): { id: string; name: string }[] {
  const model = new DOMParser().parseFromString(xml, 'application/xml');
  return [...model.getElementsByTagNameNS(bpmn, '*')].flatMap((node) => {
    const id = node.getAttribute('id');
    return id !== null && nodes.test(node.localName) ? [{ id, name: node.getAttribute('name') || id }] : [];
  });
}
