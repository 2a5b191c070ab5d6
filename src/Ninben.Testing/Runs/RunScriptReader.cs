using System.Collections.Immutable;
using System.Text.Json;
using System.Xml;
using Ninben.Bpmn.Cases.Facts;
using Ninben.Feel;
using Ninben.Oversight.Proposals;
using Ninben.Oversight.Reviews;

namespace Ninben.Testing.Runs;

/// <summary>Reads answers files; docs/run.md describes them.</summary>
public static class RunScriptReader
{
    private static readonly string[] Verdicts = ["approve", "amend", "reject", "return"];

    private static readonly string[] Known =
    [
        "element", "value", "proposal", "confidence", "calibrated", "reasons", "error", "text", "fail", "retry", "verdict", "reason", "note", "by", "changes",
        "choose", "message", "key", "signal", "payload", "pass",
    ];

    /// <summary>The steps and answers, or what is wrong with them.</summary>
    /// <param name="json">The file's bytes.</param>
    /// <param name="source">Name shown in diagnostics.</param>
    public static RunScriptReading Read(ReadOnlyMemory<byte> json, string? source)
    {
        var found = new Found(json, source);
        try
        {
            found.ReadFile();
        }
        catch (JsonException exception)
        {
            var line = (int)(exception.LineNumber ?? 0) + 1;
            found.Report("json-malformed", line, $"The file is not JSON: {exception.Message}", "A list of steps: [{\"element\": ...}]");
        }

        return found.Diagnostics.Count > 0 ? new RunScriptReading(null, [.. found.Diagnostics])
            : new RunScriptReading(new RunScript([.. found.Steps], found.Answers.ToImmutableDictionary(pair => pair.Key, pair => pair.Value)), []);
    }

    private sealed class Found(ReadOnlyMemory<byte> json, string? source)
    {
        private const string Shape = "Write a list of steps, or {\"answers\": {...}, \"steps\": [...]}.";

        public List<RunStep> Steps { get; } = [];

        public Dictionary<string, ImmutableArray<RunAnswer>> Answers { get; } = new(StringComparer.Ordinal);

        public List<Diagnostic> Diagnostics { get; } = [];

        public void Report(string code, int line, string message, string hint) =>
            Diagnostics.Add(new Diagnostic(code, DiagnosticSeverity.Error, message, new SourceLocation(source, line, 1, 0, 0), hint));

        public void ReadFile()
        {
            var reader = new Utf8JsonReader(json.Span, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            reader.Read();
            if (reader.TokenType == JsonTokenType.StartArray) ReadSteps(ref reader);
            else if (reader.TokenType == JsonTokenType.StartObject) ReadParts(ref reader);
            else Report("not-answers", 1, $"Expected a list of steps, found {reader.TokenType}.", Shape);
        }

        private void ReadParts(ref Utf8JsonReader reader)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (name, line) = (reader.GetString(), LineOf(reader));
                reader.Read();
                if (name == "steps" && reader.TokenType == JsonTokenType.StartArray) ReadSteps(ref reader);
                else if (name == "answers" && reader.TokenType == JsonTokenType.StartObject) ReadAnswers(ref reader);
                else
                {
                    Report("not-answers", line, $"Expected \"answers\": {{...}} or \"steps\": [...], found \"{name}\".", Shape);
                    reader.Skip();
                }
            }
        }

        private void ReadSteps(ref Utf8JsonReader reader)
        {
            while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
            {
                var line = LineOf(reader);
                if (Step(JsonElement.ParseValue(ref reader), line) is { } step) Steps.Add(step);
            }
        }

        private void ReadAnswers(ref Utf8JsonReader reader)
        {
            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var (element, line) = (reader.GetString()!, LineOf(reader));
                reader.Read();
                var value = JsonElement.ParseValue(ref reader);
                var all = value.ValueKind == JsonValueKind.Array ? [.. value.EnumerateArray()] : (JsonElement[])[value];
                Answers[element] = [.. all.Select(one => new Parts(this, one, line).Answer()).OfType<RunAnswer>()];
            }
        }

        private RunStep? Step(JsonElement value, int line)
        {
            var parts = new Parts(this, value, line);
            if (parts.Text("element") is { } element) return parts.Answer() is { } answer ? new RunStep.Element(element, answer, line) : null;
            if (parts.Text("message") is { } message) return new RunStep.Message(message, parts.Text("key"), parts.Value("payload"), line);
            if (parts.Text("signal") is { } signal) return new RunStep.Signal(signal, parts.Value("payload"), line);
            if (parts.Text("pass") is { } pass) return parts.Duration(pass) is { } time ? new RunStep.Pass(time, line) : null;
            if (parts.IsSound)
                Report("no-step", line, $"Expected a step with \"element\", \"message\", \"signal\" or \"pass\", found {value.GetRawText()}.",
                "For example {\"element\": \"check\", \"verdict\": \"approve\"}.");
            return null;
        }

        private int LineOf(in Utf8JsonReader reader) => json.Span[..(int)reader.TokenStartIndex].Count((byte)'\n') + 1;
    }

    /// <summary>The members of one step or answer.</summary>
    private sealed class Parts
    {
        private readonly Found _found;
        private readonly JsonElement _value;
        private readonly int _line;

        public Parts(Found found, JsonElement value, int line)
        {
            (_found, _value, _line) = (found, value, line);
            IsSound = value.ValueKind == JsonValueKind.Object;
            if (!IsSound)
            {
                found.Report("no-step", line, $"Expected an object, found {value.GetRawText()}.", "For example {\"element\": \"check\", \"value\": 1}.");
                return;
            }

            foreach (var member in value.EnumerateObject())
                if (!Known.Contains(member.Name))
                    Wrong("unknown-member", $"There is no \"{member.Name}\" in a step.", $"Members are: {string.Join(", ", Known)}.");
        }

        public bool IsSound { get; private set; }

        public string? Text(string name)
        {
            if (Member(name) is not { } member || member.ValueKind == JsonValueKind.Null) return null;
            if (member.ValueKind == JsonValueKind.String) return member.GetString();
            if (name == "key" && member.ValueKind == JsonValueKind.Number) return member.GetRawText();
            Wrong("not-text", $"Expected \"{name}\" to be text, found {member.GetRawText()}.", "Put it in quotes.");
            return null;
        }

        public FeelValue Value(string name) => Member(name) is { } member ? FeelJson.Parse(member.GetRawText()) : default;

        public TimeSpan? Duration(string text)
        {
            try
            {
                if (XmlConvert.ToTimeSpan(text) is var span && span >= TimeSpan.Zero) return span;
            }
            catch (FormatException)
            {
                // Reported below, as a negative one is.
            }

            Wrong("bad-duration", $"Expected a duration such as PT1H or P7D, found '{text}'.", "ISO 8601: P1DT2H3M4S.");
            return null;
        }

        public RunAnswer? Answer()
        {
            if (!IsSound) return null;
            if (Member("value") is not null) return new RunAnswer.Value(Value("value"));
            if (Member("proposal") is not null) return new RunAnswer.Propose(Value("proposal"), Confidence(), Reasons());
            if (Text("error") is { } error) return new RunAnswer.Error(error, Text("text"));
            if (Text("fail") is { } fail) return new RunAnswer.Failure(fail);
            if (Member("retry") is { ValueKind: JsonValueKind.True }) return new RunAnswer.Retry();
            if (Text("verdict") is { } verdict) return Verdict(verdict);
            if (Member("choose") is { } choose) return Choose(choose);
            Wrong("no-answer", "The element has no answer.", "Add one of: value, proposal, error, fail, verdict, choose, retry.");
            return null;
        }

        private RunAnswer.Verdict? Verdict(string word)
        {
            var at = Array.IndexOf(Verdicts, word);
            if (at < 0) Wrong("bad-verdict", $"Expected a verdict, found '{word}'.", "A verdict is approve, amend, reject or return.");
            var changes = Value("changes");
            if (changes.Kind is not (FeelKind.Null or FeelKind.Context))
                Wrong("bad-changes", $"Expected new values by field, found {changes}.", "{\"total\": 12}");
            return !IsSound ? null : new RunAnswer.Verdict((VerdictKind)at, Text("reason"), Text("note"), Text("by"),
                changes.Kind == FeelKind.Context ? changes.AsContext() : FeelContext.Empty);
        }

        private RunAnswer.Choose? Choose(JsonElement choose)
        {
            var chosen = ImmutableArray.CreateBuilder<AdHocChoice>();
            foreach (var item in choose.ValueKind == JsonValueKind.Array ? [.. choose.EnumerateArray()] : (JsonElement[])[choose])
            {
                if (item.ValueKind == JsonValueKind.String) chosen.Add(new AdHocChoice(item.GetString()!, null));
                else Wrong("bad-choice", $"Expected ids of elements, found {item.GetRawText()}.", "\"choose\": [\"call\", \"write\"]");
            }

            return IsSound ? new RunAnswer.Choose(chosen.ToImmutable()) : null;
        }

        private Confidence? Confidence()
        {
            if (Share("confidence") is not { } stated) return null;
            return Share("calibrated") is { } calibrated ? new Confidence(stated, calibrated, "answers@1") : new Confidence(stated);
        }

        private decimal? Share(string name)
        {
            if (Member(name) is not { } member) return null;
            if (member.ValueKind == JsonValueKind.Number && member.TryGetDecimal(out var share) && share is >= 0 and <= 1) return decimal.Round(share, 4);
            Wrong("bad-confidence", $"Expected \"{name}\" to be a number from 0 to 1, found {member.GetRawText()}.", "0.93");
            return null;
        }

        private ImmutableArray<Reason> Reasons() => Member("reasons") is not { ValueKind: JsonValueKind.Array } reasons ? []
            : [.. reasons.EnumerateArray().Select(reason => reason.ToString()).Select(reason => new Reason(reason, reason))];

        private JsonElement? Member(string name) => _value.ValueKind == JsonValueKind.Object && _value.TryGetProperty(name, out var member) ? member : null;

        private void Wrong(string code, string message, string hint)
        {
            IsSound = false;
            _found.Report(code, _line, message, hint);
        }
    }
}
