using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Ninben.Feel.Values;

namespace Ninben.Feel;

/// <summary>
/// FEEL values as JSON. Reading is exact or refused: at most 64 levels, no repeated keys, in a text at most 50,000 keys, no number that does not fit; each
/// such fault is a <see cref="FormatException"/> with its position. Writing shows temporal values, ranges and functions as strings.
/// </summary>
public static class FeelJson
{
    private const int MaximumDepth = 64;

    // A text from outside; a million keys take a second to tell apart.
    private const int MaximumKeys = 50_000;

    private static readonly JsonReaderOptions Strict = new() { MaxDepth = MaximumDepth };

    /// <summary>Reads one JSON value; throws <see cref="FormatException"/> with line and column.</summary>
    public static FeelValue Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return Parse(Encoding.UTF8.GetBytes(json));
    }

    /// <summary>Reads one JSON value in UTF-8; throws <see cref="FormatException"/> with line and column.</summary>
    public static FeelValue Parse(ReadOnlyMemory<byte> json)
    {
        Utf8JsonReader reader = new(json.Span, Strict);
        try
        {
            int keys = 0;
            for (Utf8JsonReader counted = reader; counted.Read();)
            {
                if (counted.TokenType == JsonTokenType.PropertyName && ++keys > MaximumKeys)
                    throw Fault($"There are more than {MaximumKeys} keys", ref counted);
            }

            FeelValue value = Read(ref reader);
            if (reader.Read()) throw Fault("Text follows the JSON value", ref reader);
            return value;
        }
        catch (JsonException fault)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture,
                $"Not JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}: {fault.Message}"), fault);
        }
    }

    /// <summary>Reads the value at the reader, which stands on its first token or before it, and ends on its last token.</summary>
    public static FeelValue Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.None && !reader.Read()) throw Fault("A JSON value is expected", ref reader);
        switch (reader.TokenType)
        {
            case JsonTokenType.Null:
                return default;
            case JsonTokenType.True:
                return FeelValue.True;
            case JsonTokenType.False:
                return FeelValue.False;
            case JsonTokenType.Number:
                return ReadNumber(ref reader);
            case JsonTokenType.String:
                return FeelValue.From(ReadText(ref reader));
            case JsonTokenType.StartArray:
                List<FeelValue> items = [];
                while (reader.Read() && reader.TokenType != JsonTokenType.EndArray) items.Add(Read(ref reader));
                return FeelValue.FromList(items);
            case JsonTokenType.StartObject:
                return ReadObject(ref reader);
            default:
                throw Fault($"A JSON value is expected, found {reader.TokenType}", ref reader);
        }
    }

    /// <summary>Writes a value; contexts keep the order of their entries.</summary>
    public static void Write(Utf8JsonWriter writer, FeelValue value)
    {
        ArgumentNullException.ThrowIfNull(writer);
        switch (value.Kind)
        {
            case FeelKind.Null:
                writer.WriteNullValue();
                break;
            case FeelKind.Boolean:
                writer.WriteBooleanValue(value.AsBoolean());
                break;
            case FeelKind.Number:
                writer.WriteRawValue(FeelNumber.Text(value), skipInputValidation: true);
                break;
            case FeelKind.List:
                writer.WriteStartArray();
                foreach (FeelValue item in value.List) Write(writer, item);
                writer.WriteEndArray();
                break;
            case FeelKind.Context:
                writer.WriteStartObject();
                foreach ((string name, FeelValue entry) in value.AsContext())
                {
                    writer.WritePropertyName(name);
                    Write(writer, entry);
                }

                writer.WriteEndObject();
                break;
            default:
                writer.WriteStringValue(FeelText.Display(value));
                break;
        }
    }

    /// <summary>The value as JSON text without white space.</summary>
    public static string ToJson(FeelValue value) => Encoding.UTF8.GetString(ToUtf8(value));

    /// <summary>The value as JSON in UTF-8 without white space.</summary>
    public static byte[] ToUtf8(FeelValue value)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer =
            new(buffer, new JsonWriterOptions { MaxDepth = 1_000, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            Write(writer, value);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>
    /// The value as it would read back from JSON: temporal values, ranges and functions become strings, also inside lists and contexts,
    /// and what lies deeper than 64 levels becomes null.
    /// </summary>
    public static FeelValue Plain(FeelValue value) => Plain(value, 0);

    private static FeelValue Plain(FeelValue value, int depth)
    {
        if (IsPlain(value, depth)) return value;
        if (depth >= MaximumDepth && value.Kind is FeelKind.List or FeelKind.Context) return default;
        switch (value.Kind)
        {
            case FeelKind.List:
                return FeelValue.FromList(new FeelList([.. value.List.Select(item => Plain(item, depth + 1))]));
            case FeelKind.Context:
                return FeelValue.From(FeelContext.Of(value.AsContext().Select(entry => KeyValuePair.Create(entry.Key, Plain(entry.Value, depth + 1)))));
            default:
                return FeelValue.From(FeelText.Display(value));
        }
    }

    /// <summary>
    /// One spelling for equal values, for hashing (in the manner of RFC 8785): keys in ordinal order, no white space, numbers in plain
    /// decimal notation without trailing zeros (with an exponent only where that would take more than 64 zeros), only quotation marks,
    /// backslashes and control characters escaped.
    /// </summary>
    public static byte[] ToCanonicalUtf8(FeelValue value) => CanonicalJson.Write(value);

    private static bool IsPlain(FeelValue value, int depth) => value.Kind switch
    {
        FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.String => true,
        FeelKind.List => depth < MaximumDepth && value.List.All(item => IsPlain(item, depth + 1)),
        FeelKind.Context => depth < MaximumDepth && value.AsContext().Values.All(item => IsPlain(item, depth + 1)),
        _ => false,
    };

    private static FeelValue ReadObject(ref Utf8JsonReader reader)
    {
        FeelContext.Builder builder = FeelContext.CreateBuilder();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndObject)
        {
            string name = ReadText(ref reader);
            if (builder.Contains(name)) throw Fault($"The key '{name}' is repeated", ref reader);
            reader.Read();
            builder.Set(name, Read(ref reader));
        }

        return FeelValue.From(builder.Build());
    }

    private static string ReadText(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException fault)
        {
            throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The text at byte {reader.TokenStartIndex} is not valid Unicode."), fault);
        }
    }

    private static FeelValue ReadNumber(ref Utf8JsonReader reader)
    {
        string text = Encoding.ASCII.GetString(reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan);
        int exponent = text.AsSpan().IndexOfAny('e', 'E');
        string mantissa = exponent < 0 ? text : text[..exponent];
        FeelValue number = FeelNumber.Parse(text);
        if (number.IsNull || Digits(mantissa) != Digits(FeelNumber.Text(number).Split('E')[0]))
        {
            throw Fault($"The number {(text.Length > 60 ? text[..60] + "..." : text)} cannot be held exactly", ref reader);
        }

        return number;
    }

    private static string Digits(string number) =>
        number.Replace(".", "", StringComparison.Ordinal).TrimStart('-').Trim('0');

    private static FormatException Fault(string what, ref Utf8JsonReader reader) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{what}, at byte {reader.TokenStartIndex}."));
}
