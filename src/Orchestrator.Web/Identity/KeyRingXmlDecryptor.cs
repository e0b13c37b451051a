using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Orchestrator.Core.Credentials;

namespace Orchestrator.Web.Identity;

/// <summary>Opens what <see cref="KeyRingXmlEncryptor"/> sealed; made by the framework, which gives it the services.</summary>
public sealed class KeyRingXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement) => XElement.Parse(Encoding.UTF8.GetString(
        services.GetRequiredService<KeyRing>().Open(Convert.FromBase64String(encryptedElement.Value), KeyRingXmlEncryptor.Purpose)));
}
