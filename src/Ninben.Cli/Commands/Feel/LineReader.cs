using System.Text;

namespace Ninben.Cli.Commands.Feel;

/// <summary>Reads lines from a terminal, where Tab completes the word at the end and the arrows bring back earlier lines.</summary>
internal sealed class LineReader(Func<string, IEnumerable<string>> completions)
{
    private readonly List<string> _earlier = [];

    /// <summary>The next line; null at the end of the input.</summary>
    public string? Read(string prompt)
    {
        Console.Out.Write(prompt);
        if (Console.IsInputRedirected) return Console.In.ReadLine();
        var text = new StringBuilder();
        var at = _earlier.Count;
        while (true)
        {
            var key = Console.ReadKey(intercept: true);
            switch (key.Key)
            {
                case ConsoleKey.Enter:
                    Console.Out.WriteLine();
                    if (text.Length > 0) _earlier.Add(text.ToString());
                    return text.ToString();
                case ConsoleKey.D when key.Modifiers == ConsoleModifiers.Control && text.Length == 0:
                    Console.Out.WriteLine();
                    return null;
                case ConsoleKey.Backspace:
                    if (text.Length > 0) text.Length--;
                    break;
                case ConsoleKey.UpArrow or ConsoleKey.DownArrow:
                    at = Math.Clamp(at + (key.Key == ConsoleKey.UpArrow ? -1 : 1), 0, _earlier.Count);
                    text.Clear().Append(at < _earlier.Count ? _earlier[at] : "");
                    break;
                case ConsoleKey.Tab:
                    Complete(text);
                    break;
                default:
                    if (!char.IsControl(key.KeyChar)) text.Append(key.KeyChar);
                    break;
            }

            // The line is written anew, which is simple and right for lines that fit.
            Console.Out.Write($"\r\u001b[K{prompt}{text}");
        }
    }

    private void Complete(StringBuilder text)
    {
        var line = text.ToString();
        var from = line.LastIndexOfAny([' ', '(', '[', ',', '{', ':', '+', '-', '*', '/', '=', '<', '>']) + 1;
        var beginning = line[from..];
        string[] found = [.. completions(beginning)];
        if (beginning.Length == 0 || found.Length == 0) return;
        var common = found.Aggregate((left, right) => left[..left.Zip(right).TakeWhile(pair => pair.First == pair.Second).Count()]);
        text.Append(common.AsSpan(beginning.Length));
        if (found.Length > 1) Console.Out.Write($"\n{string.Join("  ", found)}\n");
    }
}
