using System.Text;

namespace Ninben.Dev.Commands.Bench.Abuse;

/// <summary>XML made to read files, to grow, to overflow the stack or to hide what it says, in the frame of some kind of model.</summary>
/// <param name="open">The start tag of the model's root, without its end.</param>
/// <param name="close">Its end tag.</param>
internal sealed class XmlAttacks(string open, string close)
{
    /// <summary>The name of each attack with its bytes, made when asked for.</summary>
    public IEnumerable<(string Name, Func<byte[]> Xml)> All() =>
    [
        ("a file as an entity", () => Utf8(Doctype("<!ENTITY e SYSTEM \"file:///etc/passwd\">") + open + ">&e;" + close)),
        ("an address as an entity", () => Utf8(Doctype("<!ENTITY e SYSTEM \"http://127.0.0.1:9/e\">") + open + ">&e;" + close)),
        ("a parameter entity", () => Utf8(Doctype("<!ENTITY % e SYSTEM \"http://127.0.0.1:9/e.dtd\"> %e;") + open + ">" + close)),
        ("a DTD of its own", () => Utf8("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/e.dtd\">" + open + ">" + close)),
        ("a billion laughs", () => Utf8(Doctype(Laughs()) + open + ">&l9;" + close)),
        ("a quadratic blow-up", () => Utf8(Doctype($"<!ENTITY e \"{new string('a', 100_000)}\">") + open + ">"
            + string.Concat(Enumerable.Repeat("&e;", 10_000)) + close)),
        ("200,000 levels", () => Utf8(open + ">" + Repeat("<a>", 200_000) + Repeat("</a>", 200_000) + close)),
        ("100,000 attributes", () => Utf8(open + " " + string.Join(' ', Enumerable.Range(0, 100_000).Select(i => $"a{i}=\"\"")) + ">" + close)),
        ("400,000 elements", () => Utf8(open + ">" + Repeat("<a/>", 400_000) + close)),
        ("a name of 5 MB", () => Utf8(open + "><" + new string('a', 5_000_000) + "/>" + close)),
        ("11 MB", () => Utf8(open + ">" + new string(' ', 11 * 1024 * 1024) + close)),
        ("an entity in UTF-7", () => Utf8("<?xml version=\"1.0\" encoding=\"UTF-7\"?>+ADwAIQ-DOCTYPE x +AFs-+ADw-!ENTITY e SYSTEM "
            + "+ACI-file:///etc/passwd+ACI-+AD4-+AF0-+AD4-" + open + ">+ACY-e;" + close)),
        ("an entity in UTF-16", () => [.. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes(Doctype("<!ENTITY e SYSTEM \"file:///etc/passwd\">") + open + ">&e;" + close)]),
        ("UTF-16 that says it is UTF-8", () =>
            Encoding.BigEndianUnicode.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?>" + Doctype("<!ENTITY e \"e\">") + open + ">" + close)),
        ("UTF-8 that says it is UTF-16", () => Utf8("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + open + ">" + close)),
        ("an overlong '<'", () => [.. Utf8(open + ">"), 0xC0, 0xBC, .. Utf8("a/>" + close)]),
        ("an encoding that nobody knows", () => Utf8("<?xml version=\"1.0\" encoding=\"x-user-defined\"?>" + open + ">" + close)),
        ("zeros", () => new byte[1_000_000]),
        ("nothing", () => []),
    ];

    private static string Doctype(string entities) => "<!DOCTYPE x [" + entities + "]>";

    private static string Laughs() => "<!ENTITY l0 \"lol\">" + string.Concat(Enumerable.Range(1, 9)
        .Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);
}
