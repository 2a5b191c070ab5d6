using System.Diagnostics;
using System.Text;

namespace Ninben.Feel.Values;

/// <summary>Writes the one spelling of a value that is hashed, see <see cref="FeelJson.ToCanonicalUtf8"/>. One buffer per thread is used again.</summary>
internal sealed class CanonicalJson
{
    private const int LargestKept = 1024 * 1024;

    [ThreadStatic]
    private static CanonicalJson? s_spare;

    private byte[] _bytes = new byte[4096];
    private int _count;

    public static byte[] Write(FeelValue value)
    {
        CanonicalJson json = s_spare ?? new CanonicalJson();
        s_spare = null;
        json._count = 0;
        json.Append(value);
        byte[] written = json._bytes[..json._count];
        if (json._bytes.Length <= LargestKept) s_spare = json;
        return written;
    }

    private void Append(FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Null:
                Append("null"u8);
                break;
            case FeelKind.Boolean:
                Append(value.AsBoolean() ? "true"u8 : "false"u8);
                break;
            case FeelKind.Number:
                AppendText(FeelNumber.Text(value));
                break;
            case FeelKind.List:
                AppendList(value.List);
                break;
            case FeelKind.Context:
                AppendContext(value.AsContext());
                break;
            case FeelKind.String or FeelKind.Date or FeelKind.Time or FeelKind.DateTime or FeelKind.DaysAndTimeDuration or FeelKind.YearsAndMonthsDuration
                or FeelKind.Range or FeelKind.Function:
                AppendQuoted(FeelText.Display(value));
                break;
            default:
                throw new UnreachableException(value.Kind.ToString());
        }
    }

    private void AppendList(FeelList list)
    {
        Append((byte)'[');
        for (int i = 0; i < list.Count; i++)
        {
            if (i > 0) Append((byte)',');
            Append(list[i]);
        }

        Append((byte)']');
    }

    private void AppendContext(FeelContext context)
    {
        string[] names = [.. context.Names];
        Array.Sort(names, StringComparer.Ordinal);
        Append((byte)'{');
        for (int i = 0; i < names.Length; i++)
        {
            if (i > 0) Append((byte)',');
            AppendQuoted(names[i]);
            Append((byte)':');
            Append(context[names[i]]);
        }

        Append((byte)'}');
    }

    /// <summary>Only quotation marks, backslashes, control characters and half surrogate pairs are escaped.</summary>
    private void AppendQuoted(string text)
    {
        Append((byte)'"');
        int from = 0;
        for (int i = 0; i < text.Length; i++)
        {
            char c = text[i];
            if (c is >= ' ' and <= '~' and not '"' and not '\\') continue;
            if (char.IsSurrogatePair(text, i))
            {
                i++;
                continue;
            }

            if (c > '~' && !char.IsSurrogate(c)) continue;
            AppendText(text.AsSpan(from, i - from));
            AppendEscaped(c);
            from = i + 1;
        }

        AppendText(text.AsSpan(from));
        Append((byte)'"');
    }

    private void AppendEscaped(char c)
    {
        switch (c)
        {
            case '"':
                Append("\\\""u8);
                break;
            case '\\':
                Append("\\\\"u8);
                break;
            case '\b':
                Append("\\b"u8);
                break;
            case '\t':
                Append("\\t"u8);
                break;
            case '\n':
                Append("\\n"u8);
                break;
            case '\f':
                Append("\\f"u8);
                break;
            case '\r':
                Append("\\r"u8);
                break;
            default:
                Append("\\u"u8);
                for (int shift = 12; shift >= 0; shift -= 4) Append("0123456789abcdef"u8[(c >> shift) & 15]);
                break;
        }
    }

    private void AppendText(ReadOnlySpan<char> text)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(text.Length));
        _count += Encoding.UTF8.GetBytes(text, _bytes.AsSpan(_count));
    }

    private void Append(ReadOnlySpan<byte> utf8)
    {
        Reserve(utf8.Length);
        utf8.CopyTo(_bytes.AsSpan(_count));
        _count += utf8.Length;
    }

    private void Append(byte one)
    {
        Reserve(1);
        _bytes[_count++] = one;
    }

    private void Reserve(int more)
    {
        if (_bytes.Length - _count < more) Array.Resize(ref _bytes, Math.Max(_bytes.Length * 2, _count + more));
    }
}
