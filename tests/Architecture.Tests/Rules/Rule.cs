using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>A rule of the house: a sentence, and a function from files to the places that break it.</summary>
internal sealed record Rule(string Sentence, Func<Tree, IEnumerable<Violation>> Check);
