using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Audit;

/// <summary>
/// The chain of a case: SHA-256 over the previous fact's hash (32 zero bytes before the first) and then, each preceded by its length as
/// four bytes big-endian, in UTF-8: case, sequence, time (milliseconds since 1970, decimal), actor kind, actor id, actor name, cause, type, and
/// the body's bytes. Changing, dropping, adding or moving a fact breaks the chain at that place.
/// </summary>
public static class FactHash
{
    /// <summary>Length of a hash in bytes.</summary>
    public const int Length = 32;

    /// <summary>Computes one link into <paramref name="hash"/> (32 bytes). <paramref name="previous"/> is empty for the first fact.</summary>
    public static void Compute(ReadOnlySpan<byte> previous, FactHeader header, ReadOnlySpan<byte> body, Span<byte> hash)
    {
        var stamp = header.Stamp;
        var longest = Length + (9 * 4) + 64 + body.Length
            + (3 * (header.Case.Value.Length + stamp.By.Id.Length + stamp.By.Name.Length + stamp.Cause.Length + header.Type.Length));
        var rented = longest > 4096 ? ArrayPool<byte>.Shared.Rent(longest) : null;
        Span<byte> buffer = rented ?? stackalloc byte[4096];
        buffer[..Length].Clear();
        previous.CopyTo(buffer);
        var at = Length;
        at += Put(buffer[at..], header.Case.Value);
        at += Put(buffer[at..], header.Sequence);
        at += Put(buffer[at..], stamp.At.ToUnixTimeMilliseconds());
        at += Put(buffer[at..], NameOf(stamp.By.Kind));
        at += Put(buffer[at..], stamp.By.Id);
        at += Put(buffer[at..], stamp.By.Name);
        at += Put(buffer[at..], stamp.Cause);
        at += Put(buffer[at..], header.Type);
        BinaryPrimitives.WriteInt32BigEndian(buffer[at..], body.Length);
        at += 4;
        body.CopyTo(buffer[at..]);
        SHA256.HashData(buffer[..(at + body.Length)], hash);
        if (rented is not null) ArrayPool<byte>.Shared.Return(rented);
    }

    private static string NameOf(ActorKind kind) => kind switch
    {
        ActorKind.Person => "person",
        ActorKind.Key => "key",
        _ => "system",
    };

    private static int Put(Span<byte> into, string text)
    {
        var written = Encoding.UTF8.GetBytes(text, into[4..]);
        BinaryPrimitives.WriteInt32BigEndian(into, written);
        return written + 4;
    }

    private static int Put(Span<byte> into, long number)
    {
        number.TryFormat(into[4..], out var written, provider: CultureInfo.InvariantCulture);
        BinaryPrimitives.WriteInt32BigEndian(into, written);
        return written + 4;
    }
}
