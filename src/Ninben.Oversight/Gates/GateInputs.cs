using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Gates;

/// <summary>
/// The context that a gate policy looks at: the variables, the answer's entries, and the safety values, which are written last so
/// that nothing in an answer (tainted input) can replace them.
/// </summary>
public static class GateInputs
{
    /// <summary>Builds the context for one proposal of one element.</summary>
    public static FeelContext Of(FeelContext variables, Proposal proposal, string element)
    {
        ArgumentNullException.ThrowIfNull(variables);
        ArgumentNullException.ThrowIfNull(proposal);
        var inputs = FeelContext.CreateBuilder();
        foreach (var (name, value) in variables) inputs.Set(name, value);
        if (proposal.Answer.Kind == FeelKind.Context)
            foreach (var (name, value) in proposal.Answer.AsContext()) inputs.Set(name, value);
        inputs.Set("confidence", Number(LowestCalibrated(proposal)));
        inputs.Set("statedConfidence", Number(LowestStated(proposal)));
        inputs.Set("flags", Flags(proposal));
        inputs.Set("fields", Fields(proposal));
        inputs.Set("element", FeelValue.From(element));
        return inputs.Build();
    }

    /// <summary>The lowest calibrated confidence of the proposal and its fields; null when there is none or any is not calibrated.</summary>
    public static decimal? LowestCalibrated(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        decimal? lowest = null;
        if (proposal.Confidence is { } whole)
        {
            if (whole.Calibrated is null) return null;
            lowest = whole.Calibrated;
        }

        foreach (var field in proposal.Fields)
        {
            if (field.Confidence.Calibrated is not { } calibrated) return null;
            if (lowest is null || calibrated < lowest) lowest = calibrated;
        }

        return lowest;
    }

    /// <summary>The lowest stated confidence of the proposal and its fields; null when there is none.</summary>
    public static decimal? LowestStated(Proposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var lowest = proposal.Confidence?.Stated;
        foreach (var field in proposal.Fields)
            if (lowest is null || field.Confidence.Stated < lowest) lowest = field.Confidence.Stated;
        return lowest;
    }

    private static FeelValue Flags(Proposal proposal)
    {
        var flags = new List<FeelValue>();
        foreach (var reason in proposal.Reasons) flags.Add(FeelValue.From(reason.Code));
        foreach (var field in proposal.Fields)
            foreach (var reason in field.Reasons) flags.Add(FeelValue.From(reason.Code));
        return FeelValue.FromList(flags);
    }

    private static FeelValue Fields(Proposal proposal)
    {
        var fields = FeelContext.CreateBuilder();
        foreach (var field in proposal.Fields)
        {
            var flags = new List<FeelValue>();
            foreach (var reason in field.Reasons) flags.Add(FeelValue.From(reason.Code));
            fields.Set(field.Name, FeelValue.From(FeelContext.CreateBuilder().Set("value", field.Value)
                .Set("confidence", Number(field.Confidence.Calibrated)).Set("stated", FeelValue.From(field.Confidence.Stated))
                .Set("flags", FeelValue.FromList(flags)).Build()));
        }

        return FeelValue.From(fields.Build());
    }

    private static FeelValue Number(decimal? value) => value is { } number ? FeelValue.From(number) : default;
}
