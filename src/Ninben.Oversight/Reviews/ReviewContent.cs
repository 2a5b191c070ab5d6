using System.Collections.Immutable;
using System.Text.Json;
using Ninben.Feel;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Reviews;

/// <summary>
/// Exactly what a reviewer is shown and what a verdict covers. Its canonical JSON is hashed (<c>shown</c>); a verdict that names
/// another hash is refused, so nobody can decide on something else than what they saw.
/// </summary>
/// <param name="Review">The review's id.</param>
/// <param name="Process">Name of the process, for people.</param>
/// <param name="Step">Name of the element, for people.</param>
/// <param name="Title">One line that names the case, e.g. <c>INV-20931 · Northwind Bearings</c>.</param>
/// <param name="Proposal">What is proposed.</param>
/// <param name="Why">Why a person is asked.</param>
/// <param name="Tier">Care that the verdict must show.</param>
/// <param name="Effect">What will happen on approval, in words and as data: the step that acts, and its payload when it is already known.</param>
/// <param name="Reasons">Reasons a reviewer can pick, in digit order. Any other code is accepted, too.</param>
public sealed record ReviewContent(string Review, string Process, string Step, string Title, Proposal Proposal, ImmutableArray<Reason> Why,
    FrictionTier Tier, FeelValue Effect, ImmutableArray<OfferedReason> Reasons)
{
    /// <summary>
    /// The <c>shown</c> hash: SHA-256 of this content's wire JSON in canonical form. Going through the wire form means that whoever
    /// holds the JSON that the API served can recompute it.
    /// </summary>
    public string Hash()
    {
        var reader = new Utf8JsonReader(JsonSerializer.SerializeToUtf8Bytes(this, OversightJson.Default.ReviewContent),
            new JsonReaderOptions { MaxDepth = 512 });
        return ContentHash.OfCanonical(FeelJson.Read(ref reader));
    }
}
