using Ninben.Bpmn.Model;

namespace Ninben.Bpmn.Elements.BoundaryErrors;

/// <summary>Reads <c>errorRef</c> and the code of the error that it names.</summary>
internal static class BoundaryErrorReader
{
    public static ElementDetail? Read(ElementSource source)
    {
        var definition = source.Node.Child("errorEventDefinition")!;
        if (source.Node["cancelActivity"] is "false" or "0")
            source.Findings.Error("error-not-interrupting", "An error boundary event always interrupts.", source.Node, "Remove cancelActivity=\"false\".");
        if (definition["errorRef"] is not { } reference) return new BoundaryError(null);
        var local = reference[(reference.IndexOf(':', StringComparison.Ordinal) + 1)..];
        var root = source.Node;
        while (root.Parent is not null) root = root.Parent;
        foreach (var error in root.Children)
            if (error is { Name: "error", IsBpmn: true } && error.Id == local) return new BoundaryError(error["errorCode"] ?? error.Id);
        // The check of dangling references reports this with its position.
        return new BoundaryError(local);
    }
}
