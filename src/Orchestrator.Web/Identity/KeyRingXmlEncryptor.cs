using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Orchestrator.Core.Credentials;

namespace Orchestrator.Web.Identity;

/// <summary>Seals the keys of cookies and antiforgery tokens under the key ring before they go to the database.</summary>
internal sealed class KeyRingXmlEncryptor(KeyRing keys) : IXmlEncryptor
{
    internal const string Purpose = "data-protection-key";

    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        var text = Encoding.UTF8.GetBytes(plaintextElement.ToString(SaveOptions.DisableFormatting));
        return new EncryptedXmlInfo(new XElement("sealed", Convert.ToBase64String(keys.Seal(text, Purpose))), typeof(KeyRingXmlDecryptor));
    }
}
