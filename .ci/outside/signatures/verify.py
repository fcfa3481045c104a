"""Says what pyHanko finds of every signature: a line of JSON each. Arguments: folder, names of files."""
import asyncio
import json
import logging
import sys
from pathlib import Path

from asn1crypto import x509
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import async_validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

logging.disable(logging.CRITICAL)
here = Path(sys.argv[1])
roots = [x509.Certificate.load((here / f'{name}.der').read_bytes()) for name in ('root', 'stamping')]


async def main():
    for name in sys.argv[2:]:
        with open(here / f'{name}.pdf', 'rb') as file:
            for signature in PdfFileReader(file).embedded_regular_signatures:
                context = ValidationContext(trust_roots=roots, allow_fetching=False)
                status = await async_validate_pdf_signature(
                    signature, signer_validation_context=context, ts_validation_context=context
                )
                told = {
                    'file': name,
                    'field': signature.field_name,
                    'valid': status.bottom_line,
                    'stamped': status.timestamp_validity is not None,
                }
                print(json.dumps(told))


asyncio.run(main())
