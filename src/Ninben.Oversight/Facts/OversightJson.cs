using System.Text.Json.Serialization;
using Ninben.Oversight.Decisions;
using Ninben.Oversight.Gates;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;
using Ninben.Oversight.Subjects;

namespace Ninben.Oversight.Facts;

/// <summary>
/// The one JSON form of oversight's records: facts are stored in it, the API serves it, and review contents are hashed over it
/// (with keys sorted). camelCase names, enums as words, absent members for null.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    MaxDepth = 512,
    Converters = [typeof(FeelValueConverter), typeof(FeelContextConverter), typeof(WireEnumConverter<GateOutcome>),
        typeof(WireEnumConverter<FrictionTier>), typeof(WireEnumConverter<VerdictKind>), typeof(WireEnumConverter<DecisionOutcome>),
        typeof(WireEnumConverter<ReviewState>), typeof(WireEnumConverter<ActorKind>)])]
[JsonSerializable(typeof(ReviewContent))]
[JsonSerializable(typeof(Verdict))]
[JsonSerializable(typeof(Proposal))]
[JsonSerializable(typeof(GateJudgement))]
[JsonSerializable(typeof(Actor))]
[JsonSerializable(typeof(ProposalMade))]
[JsonSerializable(typeof(GateJudged))]
[JsonSerializable(typeof(ReviewOpened))]
[JsonSerializable(typeof(ReviewClaimed))]
[JsonSerializable(typeof(ReviewReleased))]
[JsonSerializable(typeof(VerdictGiven))]
[JsonSerializable(typeof(VerdictUndone))]
[JsonSerializable(typeof(ReviewCancelled))]
[JsonSerializable(typeof(DecisionMade))]
[JsonSerializable(typeof(OutcomeKnown))]
public sealed partial class OversightJson : JsonSerializerContext;
