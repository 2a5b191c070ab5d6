namespace Ninben.Bpmn.Elements;

/// <summary>What the decision on an element's proposal does.</summary>
internal enum Settling
{
    /// <summary>The settled answer is the element's result, and the element completes.</summary>
    CompletesElement,

    /// <summary>The settled answer is what the element then sends; its result is the response.</summary>
    ReleasesAction,
}
