using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using System.Xml;
using Ninben.Feel;
using Ninben.Oversight.Proposals;

namespace Ninben.Oversight.Gates;

/// <summary>
/// Reads a policy's DMN output as a judgement. Whatever is malformed becomes a hold with the reason <c>gate-undecided</c>: a gate never
/// passes by accident.
/// </summary>
public static class GatePolicy
{
    private const int LongestSlaSeconds = 366 * 24 * 3600;

    /// <summary>The judgement that the output says, or a hold that names what was found instead of one.</summary>
    public static GateJudgement Judge(FeelValue output, GateBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        if (output.Kind == FeelKind.String) output = FeelValue.From(FeelContext.CreateBuilder().Set("outcome", output).Build());
        if (output.Kind != FeelKind.Context) return Undecided(basis,
            $"The gate policy '{basis.Policy.Decision}' answered {Found(output)} instead of an outcome.");
        if (Outcome(output["outcome"]) is not { } outcome)
            return Undecided(basis,
                $"The gate policy '{basis.Policy.Decision}' answered the outcome {Found(output["outcome"])} instead of pass, hold or block.");
        if (!TryReasons(output["reasons"], out var reasons)) return Undecided(basis,
            $"The gate policy '{basis.Policy.Decision}' gave reasons that cannot be read.");
        if (!TryTier(output["tier"], out var tier))
            return Undecided(basis,
                $"The gate policy '{basis.Policy.Decision}' gave the tier {Found(output["tier"])} instead of low, medium, high or critical.");
        if (!TrySla(output["sla"], out var sla))
            return Undecided(basis, $"The gate policy '{basis.Policy.Decision}' gave the time limit {Found(output["sla"])} instead of a duration.");
        if (output["group"] is { IsNull: false, Kind: not FeelKind.String })
            return Undecided(basis, $"The gate policy '{basis.Policy.Decision}' gave the group {Found(output["group"])} instead of a name.");
        if (!TryPriority(output["priority"], basis.Priority, out var priority))
            return Undecided(basis, $"The gate policy '{basis.Policy.Decision}' gave the priority {Found(output["priority"])} instead of 0 to 100.");
        if (reasons.IsEmpty && outcome != GateOutcome.Pass) reasons = [DefaultReason(outcome)];
        var group = output["group"].IsNull ? null : output["group"].AsString();
        return new GateJudgement(outcome, reasons, group, priority, sla, tier, basis.Policy, basis.Matched, basis.Inputs);
    }

    /// <summary>The judgement when the policy is not deployed: hold, reason <c>no-policy</c>.</summary>
    public static GateJudgement Missing(GateBasis basis)
    {
        ArgumentNullException.ThrowIfNull(basis);
        return Hold(basis, new Reason("no-policy", $"The gate policy '{basis.Policy.Decision}' is not deployed, so a person decides."));
    }

    private static GateJudgement Undecided(GateBasis basis, string text) => Hold(basis, new Reason("gate-undecided", text));

    private static GateJudgement Hold(GateBasis basis, Reason reason) =>
        new(GateOutcome.Hold, [reason], null, basis.Priority, null, FrictionTier.Medium, basis.Policy, basis.Matched, basis.Inputs);

    internal static GateOutcome? Outcome(FeelValue value) => value.Kind != FeelKind.String ? null : value.AsString() switch
    {
        "pass" => GateOutcome.Pass,
        "hold" => GateOutcome.Hold,
        "block" => GateOutcome.Block,
        _ => null,
    };

    internal static bool TryTier(FeelValue value, out FrictionTier tier)
    {
        // A policy that is silent about the tier asks for the least care; one that names an unknown tier is malformed.
        tier = FrictionTier.Low;
        if (value.IsNull) return true;
        if (value.Kind != FeelKind.String) return false;
        switch (value.AsString())
        {
            case "low": return true;
            case "medium": tier = FrictionTier.Medium; return true;
            case "high": tier = FrictionTier.High; return true;
            case "critical": tier = FrictionTier.Critical; return true;
            default: return false;
        }
    }

    internal static bool TryReasons(FeelValue value, out ImmutableArray<Reason> reasons)
    {
        reasons = [];
        if (value.IsNull) return true;
        if (value.Kind != FeelKind.List) return TryReason(value, out var one) && Keep(ref reasons, [one!]);
        var list = ImmutableArray.CreateBuilder<Reason>();
        foreach (var item in value.AsList())
        {
            if (item.IsNull) continue;
            if (!TryReason(item, out var reason)) return false;
            list.Add(reason!);
        }

        return Keep(ref reasons, list.ToImmutable());
    }

    private static bool Keep(ref ImmutableArray<Reason> target, ImmutableArray<Reason> value)
    {
        target = value;
        return true;
    }

    private static bool TryReason(FeelValue value, out Reason? reason)
    {
        reason = null;
        if (value.Kind == FeelKind.String) reason = new Reason(Kebab(value.AsString()), value.AsString());
        else if (value["text"].Kind == FeelKind.String)
        {
            var text = value["text"].AsString();
            reason = new Reason(value["code"].Kind == FeelKind.String ? value["code"].AsString() : Kebab(text), text);
        }
        else if (value["code"].Kind == FeelKind.String) reason = new Reason(value["code"].AsString(), value["code"].AsString());

        return reason is not null;
    }

    internal static bool TrySla(FeelValue value, out int? seconds)
    {
        seconds = null;
        if (value.IsNull) return true;
        decimal? length = value.Kind switch
        {
            FeelKind.Number => value.AsNumber() is > 0 and < LongestSlaSeconds / 60m ? value.AsNumber() * 60 : null,
            FeelKind.String => DurationSeconds(value.AsString()),
            FeelKind.DaysAndTimeDuration => FeelJson.Plain(value) is { Kind: FeelKind.String } text ? DurationSeconds(text.AsString()) : null,
            _ => null,
        };
        if (length is not (> 0 and <= LongestSlaSeconds)) return false;
        seconds = (int)length;
        return true;
    }

    /// <summary>Seconds of an ISO 8601 duration without years and months, or null.</summary>
    internal static decimal? DurationSeconds(string text)
    {
        var time = text.IndexOf('T', StringComparison.Ordinal);
        if (text.Length is 0 or > 40 || text.AsSpan(0, time < 0 ? text.Length : time).ContainsAny('Y', 'M')) return null;
        try
        {
            return (decimal)XmlConvert.ToTimeSpan(text).Ticks / TimeSpan.TicksPerSecond;
        }
        catch (FormatException)
        {
            return null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    internal static bool TryPriority(FeelValue value, int silent, out int priority)
    {
        priority = silent;
        if (value.IsNull) return true;
        if (value.Kind != FeelKind.Number || value.AsNumber() is < 0 or > 100) return false;
        priority = (int)decimal.Round(value.AsNumber());
        return true;
    }

    private static Reason DefaultReason(GateOutcome outcome) => outcome == GateOutcome.Hold
        ? new Reason("policy", "The gate policy asks for a person.")
        : new Reason("policy", "The gate policy does not allow this.");

    /// <summary>Words joined by hyphens, at most 40 characters: a code for a reason that has only a text.</summary>
    private static string Kebab(string text)
    {
        var code = new StringBuilder();
        foreach (var letter in text)
        {
            if (code.Length >= 40) break;
            if (char.IsAsciiLetterOrDigit(letter)) code.Append(char.ToLowerInvariant(letter));
            else if (code.Length > 0 && code[^1] != '-') code.Append('-');
        }

        var result = code.ToString().TrimEnd('-');
        return result.Length == 0 ? "policy" : result;
    }

    internal static string Found(FeelValue value)
    {
        if (value.IsNull) return "nothing";
        var text = value.ToString();
        return string.Create(CultureInfo.InvariantCulture, $"{(text.Length > 60 ? text[..60] + "..." : text)}");
    }
}
