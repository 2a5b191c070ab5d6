using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>Files that keep a rule, and sets of files that each break it.</summary>
internal sealed record RuleExample(string Sentence, Tree Good, params Tree[] Bad);
