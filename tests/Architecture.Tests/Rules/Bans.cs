using System.Text.RegularExpressions;
using Architecture.Tests.Reading;

namespace Architecture.Tests.Rules;

/// <summary>Words that may not stand in some rooms, each with what to write instead.</summary>
internal static class Bans
{
    private static readonly string[] Core = ["src/Ninben.Feel", "src/Ninben.Dmn", "src/Ninben.Learning", "src/Ninben.Oversight", "src/Ninben.Bpmn"];

    private static readonly (Regex Word, string Instead)[] CoreWords =
    [
        (Word(@"(?<![\w.])DateTime(Offset)?\.(Now|UtcNow|Today)\b"), "Time comes in with the command's Stamp; Runtime takes it from TimeProvider."),
        (Word(@"\bTimeProvider\b"), "Time is a value here; the shell asks TimeProvider and puts the instant into the Stamp."),
        (Word(@"(?<![\w.])Guid\.(NewGuid|CreateVersion7)\b"), "Ids come in with the command; numbers inside a case come from the case's number line."),
        (Word(@"(?<![\w.])Random\.Shared\b|\bnew Random\b|\bRandomNumberGenerator\b"),
            "Derive it from a hash of the case and a seed in the fact, so that replay gives the same."),
        (Word(@"(?<![\w.])(System\.)?Environment\."), "The core knows no machine; pass the value in."),
        (Word(@"(?<![\w.])(System\.IO\.)?(File|Directory|FileStream|StreamReader|StreamWriter)\s*[.(]"),
            "The core does no I/O; let Storage or Server read and pass the bytes in."),
        (Word(@"(?<![\w.])(System\.Threading\.Tasks\.)?(Task|ValueTask)\s*[.<]|\basync\b|\bawait\b"),
            "The core has no tasks; return a value, and let Runtime wait."),
        (Word(@"(?<![\w.])(System\.Threading\.)?Thread\s*[.(]|\block\s*\("),
            "The core has no threads; one case is decided by one lane of Runtime at a time."),
        (Word(@"\bHttpClient\b|\bSocket\b|\bProcess\.Start\b"),
            "The core calls nobody; write a fact that asks for the work, and a connector that does it."),
        (Word(@"\bLinq\.Expressions\b|\bReflection\.Emit\b|\bDynamicMethod\b|\bRegexOptions\.Compiled\b|(?<![\w.])dynamic\s+\w"),
            "The core makes no code at run time, so that it can be compiled ahead of time; compose delegates."),
        (Word(@"\bConsole\.|\bILogger\b"), "The core does not write; return a Diagnostic or an EvaluationNote."),
    ];

    // Money and FEEL numbers are decimal. A file here needs binary floating point for something that is neither.
    private static readonly Dictionary<string, string> MayUseDouble = new(StringComparer.Ordinal)
    {
        ["src/Ninben.Feel/External/JavaFunctions.cs"] = "the functions of java.lang.Math count in doubles, and a model that names them means that",
    };

    private static readonly Regex Floating = Word(@"(?<![\w.])(double|float)\b|\bMath\.(Pow|Sqrt|Log|Exp)\b");

    private static readonly (Regex Word, string Instead)[] EverywhereInCode =
    [
        (Word(@"\bNotImplementedException\b"), "Finish it, or leave it out and refuse it with a Diagnostic."),
        (Word(@"\basync\s+void\b"), "Return Task, and let the caller wait for it."),
        (Word(@"\)\s*\.Result\b|[tT]ask\w*\.Result\b|\.GetAwaiter\(\)\s*\.GetResult\(\)"), "Await it; blocking a thread on a task can hang the server."),
        (Word(@"\.Wait\(\s*\)"), "Await it; blocking a thread on a task can hang the server."),
    ];

    private static readonly (Regex Word, string Instead)[] InTests =
    [
        (Word(@"\bThread\.Sleep\b"), "Wait for the thing itself, or move the ManualTimeProvider on."),
        (Word(@"\bTask\.Delay\(\s*(\d|TimeSpan\.From)"), "Wait for the thing itself with a deadline, or move the ManualTimeProvider on."),
        (Word(@"\[(Fact|Theory)\s*\(\s*Skip\b"), "Mend it or delete it; what cannot run on this machine calls Assert.Skip with the reason."),
        (Word(@"\bDateTime(Offset)?\.(Now|UtcNow)\b"), "Use a fixed instant or a TimeProvider, so that the test gives the same on every day."),
        (Word(@"\bnew Random\(\s*\)|\bRandom\.Shared\b"), "Use a fixed seed, or print the seed with the failure."),
    ];

    private static readonly Regex Silenced = Word(@"^\s*#pragma\s+warning\s+disable[\w, ]*$");

    // Put together from parts, so that this file does not break its own rule.
    private static readonly Regex Leftover = Word(@"\b(TO" + "DO|FIX" + "ME|HA" + "CK|XX" + @"X)\b");

    public static IEnumerable<Violation> InTheCore(Tree tree) => Find(tree.CSharp.Where(file => Core.Any(file.Under)), CoreWords);

    public static IEnumerable<Violation> BinaryNumbersInTheCore(Tree tree) =>
        Find(tree.CSharp.Where(file => Core.Any(file.Under) && !file.Under("src/Ninben.Learning") && !MayUseBinary(file)),
            [(Floating, "Money and FEEL numbers are decimal; binary numbers belong to Learning (statistics).")]);

    public static IEnumerable<Violation> Anywhere(Tree tree) => Find(tree.CSharp, EverywhereInCode);

    public static IEnumerable<Violation> SilencedWarnings(Tree tree) =>
        from file in tree.CSharp
        from Match match in Silenced.Matches(file.Text)
        select new Violation(file.Path, file.LineOf(match.Index),
            "Say why behind it: `#pragma warning disable XX0000 // because ...`, or mend what it warns of.");

    public static IEnumerable<Violation> InTestCode(Tree tree) => Find(tree.CSharp.Where(file => file.Under("tests")), InTests);

    public static IEnumerable<Violation> Leftovers(Tree tree) =>
        from file in tree.Files
        where file.Is(".cs") || file.Is(".sh") || file.Is(".css") || file.Path is "dev" or "ninben" or ".ci/run" || tree.Web.Contains(file)
        from Match match in Leftover.Matches(file.Text)
        select new Violation(file.Path, file.LineOf(match.Index), "Do it now, or describe it in an issue; the code holds what is, not what should be.");

    private static bool MayUseBinary(SourceFile file) => MayUseDouble.Keys.Any(place => file.Path == place || file.Under(place));

    private static IEnumerable<Violation> Find(IEnumerable<SourceFile> files, (Regex Word, string Instead)[] words) =>
        from file in files
        from word in words
        from Match match in word.Word.Matches(file.Code)
        select new Violation(file.Path, file.LineOf(match.Index), $"`{match.Value.Trim()}` may not stand here. {word.Instead}");

    private static Regex Word(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.Multiline, TimeSpan.FromSeconds(5));
}
