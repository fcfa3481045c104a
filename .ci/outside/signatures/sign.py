"""Signs a document with pyHanko in many manners, and changes what was signed. Arguments: folder of keys and of what is made."""
import sys
from pathlib import Path

from asn1crypto import crl, x509
from pyhanko import keys
from pyhanko.pdf_utils import generic
from pyhanko.pdf_utils.generic import pdf_name
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign import fields, signers, timestamps
from pyhanko.sign.fields import MDPPerm, SigSeedSubFilter
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

here = Path(sys.argv[1])


def certificate(name):
    return x509.Certificate.load((here / f'{name}.der').read_bytes())


def key(name):
    return keys.load_private_key_from_pemder((here / f'{name}.pem').as_posix(), passphrase=None)


def store(*names):
    found = SimpleCertificateStore()
    for name in names:
        found.register(certificate(name))
    return found


def signer(name, **more):
    return signers.SimpleSigner(
        signing_cert=certificate(name), signing_key=key(name), cert_registry=store('root'), **more
    )


stamper = timestamps.DummyTimeStamper(
    tsa_cert=certificate('tsa'), tsa_key=key('tsa'), certs_to_embed=store('root')
)
context = ValidationContext(
    trust_roots=[certificate('root')],
    crls=[crl.CertificateList.load((here / 'root.crl').read_bytes())],
    allow_fetching=False,
)


def sign(source, target, who='rsa', stamped=None, certify=False, prefer_pss=False, field='Sig1', **settings):
    with open(here / f'{source}.pdf', 'rb') as file:
        writer = IncrementalPdfFileWriter(file)
        meta = signers.PdfSignatureMetadata(field_name=field, certify=certify, **settings)
        with open(here / f'{target}.pdf', 'wb') as out:
            signers.sign_pdf(
                writer, meta, signer=signer(who, prefer_pss=prefer_pss), timestamper=stamped, output=out
            )


def change(source, target, act):
    with open(here / f'{source}.pdf', 'rb') as file:
        writer = IncrementalPdfFileWriter(file)
        act(writer)
        with open(here / f'{target}.pdf', 'wb') as out:
            writer.write(out)


def page(writer):
    return writer.root['/Pages']['/Kids'][0]


def paint(writer):
    stream = writer.add_object(generic.StreamObject(stream_data=b'0 0 500 500 re f'))
    page(writer)[pdf_name('/Contents')] = stream
    writer.mark_update(writer.root['/Pages']['/Kids'].raw_get(0))


def repaint(writer):
    contents = page(writer).raw_get('/Contents')
    contents.get_object()._data = b'0 0 500 500 re f'
    contents.get_object()._encoded_data = None
    writer.mark_update(contents)


def note(writer):
    annotation = writer.add_object(
        generic.DictionaryObject(
            {
                pdf_name('/Type'): pdf_name('/Annot'),
                pdf_name('/Subtype'): pdf_name('/Square'),
                pdf_name('/Rect'): generic.ArrayObject(map(generic.NumberObject, [0, 0, 500, 500])),
            }
        )
    )
    page(writer)['/Annots'].append(annotation)
    writer.mark_update(writer.root['/Pages']['/Kids'].raw_get(0))


def opening(writer):
    writer.root[pdf_name('/OpenAction')] = generic.DictionaryObject(
        {pdf_name('/S'): pdf_name('/JavaScript'), pdf_name('/JS'): generic.pdf_string('app.alert(1)')}
    )
    writer.update_root()


def fill(writer):
    group = writer.root['/AcroForm']['/Fields'][0]
    group['/Kids'][0][pdf_name('/V')] = generic.pdf_string('99/QD')
    writer.mark_update(group['/Kids'].raw_get(0))


PADES = SigSeedSubFilter.PADES
sign('planned', 'pkcs7')
sign('planned', 'pades', subfilter=PADES)
sign('planned', 'curve', who='ec', subfilter=PADES)
sign('planned', 'pss', prefer_pss=True)
sign('planned', 'sha1', md_algorithm='sha1')
sign('planned', 'stamped', subfilter=PADES, stamped=stamper)
sign('planned', 'certified', certify=True, docmdp_permissions=MDPPerm.FILL_FORMS)
sign('certified', 'certified-signed', field='Sig2', subfilter=PADES)
sign('pades', 'twice', field='Sig2', who='ec', subfilter=PADES)
long = dict(subfilter=PADES, stamped=stamper, embed_validation_info=True, validation_context=context)
sign('planned', 'long', **long)
sign('planned', 'archived', use_pades_lta=True, **long)
for name, act in {'paint': paint, 'repaint': repaint, 'note': note, 'opening': opening, 'fill': fill}.items():
    change('pades', name, act)
sign('paint', 'paint-signed', field='Sig2', subfilter=PADES)
