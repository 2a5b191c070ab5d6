using Ninben.Bpmn.Cases.Facts;

namespace Ninben.Server.Histories;

/// <summary>Sentences about what people did to a running case.</summary>
internal static class OperationSentences
{
    public static Sentence Edited(VariablesEdited fact, Telling telling) => new(
        fact.Values.Count == 1 ? $"{telling.By} set {fact.Values.Keys.First()}" : $"{telling.By} set {fact.Values.Count} values",
        $"{string.Join(", ", fact.Values.Select(v => $"{v.Key}: {Telling.Short(v.Value)}"))}; {fact.Reason}", fact.Scope == 0 ? null : fact.Scope);

    public static Sentence Suspended(CaseSuspended fact, Telling telling) => new($"{telling.By} suspended the case", fact.Reason);

    public static Sentence Resumed(CaseResumed fact, Telling telling) => new($"{telling.By} let the case go on", fact.Reason);

    public static Sentence Postponed(AnswerPostponed fact, Telling telling) => new(
        $"{telling.StepOf(fact.Item)} goes on when the case is resumed", fact.Error, telling.History.InstanceOf(fact.Item));

    public static Sentence Moved(TokenMoved fact, Telling telling) =>
        new($"{telling.By} moved the case from {telling.Step(fact.Instance)} to “{telling.LabelOf(fact.Element)}”", fact.Reason, fact.Instance);

    public static Sentence Migrated(CaseMigrated fact, Telling telling) => new($"{telling.By} moved the case from version {fact.From} to version {fact.To}",
        string.Join("; ", fact.Mapping.Select(pair => $"{pair.From} is now {pair.To}").Append(fact.Reason)));
}
