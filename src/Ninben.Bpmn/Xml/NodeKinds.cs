namespace Ninben.Bpmn.Xml;

/// <summary>What a node of the document is in BPMN's words.</summary>
internal static class NodeKinds
{
    extension(ModelNode node)
    {
        public bool IsTask => node.IsBpmn
            && node.Name is "task" or "userTask" or "serviceTask" or "scriptTask" or "businessRuleTask" or "manualTask" or "sendTask" or "receiveTask";

        public bool IsSubProcess => node.IsBpmn && node.Name is "subProcess" or "transaction" or "adHocSubProcess";

        public bool IsActivity => node.IsTask || node.IsSubProcess || (node.IsBpmn && node.Name == "callActivity");

        public bool IsGateway => node.IsBpmn
            && node.Name is "exclusiveGateway" or "parallelGateway" or "inclusiveGateway" or "complexGateway" or "eventBasedGateway";

        public bool IsEvent => node.IsBpmn
            && node.Name is "startEvent" or "endEvent" or "boundaryEvent" or "intermediateCatchEvent" or "intermediateThrowEvent";

        public bool IsChoreography => node.IsBpmn && node.Name is "choreographyTask" or "callChoreography" or "subChoreography";

        /// <summary>What a sequence flow can connect.</summary>
        public bool IsFlowNode => node.IsActivity || node.IsGateway || node.IsEvent;

        /// <summary>A process, or a sub-process of any kind.</summary>
        public bool IsScope => node.IsSubProcess || (node.IsBpmn && node.Name == "process");

        public bool IsEventSubProcess => node.IsSubProcess && node.Has("triggeredByEvent");

        public bool IsForCompensation => node.IsActivity && node.Has("isForCompensation");

        /// <summary>An artifact: it may be associated with things and carries no flow.</summary>
        public bool IsArtifact => node.IsBpmn && node.Name is "textAnnotation" or "group" or "association";

        /// <summary>The node in words, with its id.</summary>
        public string Said => node.Id is { } id ? $"bpmn:{node.Name} '{id}'" : $"bpmn:{node.Name}";

        /// <summary>Whether a boolean attribute is true.</summary>
        public bool Has(string attribute) => node[attribute]?.Trim() is "true" or "1";

        /// <summary>Whether a boolean attribute is written and false.</summary>
        public bool Denies(string attribute) => node[attribute]?.Trim() is "false" or "0";

        /// <summary>BPMN children of that name.</summary>
        public IEnumerable<ModelNode> Bpmn(string name) => node.Children.Where(child => child.IsBpmn && child.Name == name);

        /// <summary>Whether the node stands somewhere inside a node of that name.</summary>
        public bool IsInside(string name)
        {
            for (var at = node.Parent; at is not null; at = at.Parent)
                if (at.IsBpmn && at.Name == name) return true;
            return false;
        }
    }
}
