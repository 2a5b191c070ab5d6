using System.Text.Json.Serialization;

namespace Ninben.Connectors.Ocr;

[JsonSerializable(typeof(DocumentText))]
internal sealed partial class DocumentTextJson : JsonSerializerContext;
