using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Ninben.Bpmn.Cases;

/// <summary>Writes wire JSON with one reused writer per thread. Text is kept readable: only what JSON itself demands is escaped.</summary>
internal static class WireWriter
{
    [ThreadStatic]
    private static Utf8JsonWriter? _writer;

    public static byte[] Write<T>(T value, JsonTypeInfo<T> type)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        Write(value, type, buffer);
        return buffer.WrittenSpan.ToArray();
    }

    public static void Write<T>(T value, JsonTypeInfo<T> type, ArrayBufferWriter<byte> into)
    {
        var writer = _writer ??= new Utf8JsonWriter(into,
            new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true });
        writer.Reset(into);
        JsonSerializer.Serialize(writer, value, type);
        writer.Flush();
    }
}
