using System.Text.Json.Serialization;
using Ninben.Oversight.Facts;
using Ninben.Oversight.Subjects;

namespace Ninben.Runtime.Audit;

/// <summary>The bundle's JSON.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true, Converters = [typeof(WireEnumConverter<ActorKind>)])]
[JsonSerializable(typeof(CaseBundle))]
public sealed partial class CaseBundleJson : JsonSerializerContext;
