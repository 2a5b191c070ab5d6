using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Ninben.Cli.Commands;

/// <summary>How a command answers a program: one JSON object on the last line.</summary>
internal static class Answer
{
    private static readonly JsonSerializerOptions s_plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Print(JsonObject answer) => Console.Out.WriteLine(answer.ToJsonString(s_plain));
}
