using Ninben.Oversight.Proposals;

namespace Ninben.Connectors.Extraction;

/// <summary>One field of an extraction.</summary>
/// <param name="Name">Entry of the answer, e.g. <c>total</c>.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Value">What was read, or null when nothing was found.</param>
/// <param name="Confidence">0..1 as stated by the model behind the field.</param>
/// <param name="Reasons">Why a person should look.</param>
/// <param name="Others">Other values that it may have, best first, at most 5.</param>
public sealed record ExtractedField(string Name, string Label, ExtractedValue? Value, double Confidence, IReadOnlyList<Reason> Reasons,
    IReadOnlyList<ExtractedValue> Others);
