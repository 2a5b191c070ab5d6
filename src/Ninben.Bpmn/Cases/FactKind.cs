using System.Buffers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Ninben.Oversight.Facts;

namespace Ninben.Bpmn.Cases;

/// <summary>One line of the fact catalogue.</summary>
public sealed class FactKind
{
    private readonly Action<Fact, ArrayBufferWriter<byte>> _write;
    private readonly ReadFact _read;

    private FactKind(string wireName, Type type, Action<Fact, ArrayBufferWriter<byte>> write, ReadFact read)
    {
        WireName = wireName;
        Type = type;
        _write = write;
        _read = read;
    }

    private delegate Fact ReadFact(ReadOnlySpan<byte> json);

    /// <summary>Name and version on the wire, e.g. <c>review.opened.v1</c>.</summary>
    public string WireName { get; }

    /// <summary>The record.</summary>
    public Type Type { get; }

    internal static FactKind Of<T>(string wireName, JsonTypeInfo<T> json)
        where T : Fact =>
        new(wireName, typeof(T), (fact, into) => WireWriter.Write((T)fact, json, into),
            bytes => JsonSerializer.Deserialize(bytes, json) ?? throw new JsonException($"Expected a {wireName}, found null."));

    internal void Write(Fact fact, ArrayBufferWriter<byte> into) => _write(fact, into);

    internal Fact Read(ReadOnlySpan<byte> json) => _read(json);
}
