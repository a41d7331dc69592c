"""What the real SDK answers: one JSON line a call in, one out.

usage: python3 image_uris.py SDK_SRC VERSION < CALLS > ANSWERS
CALLS: {"function": name, "arguments": {...}}, the functions below. ANSWERS: {"uri": text} or {"error": name of the exception's class}.
Packages that the SDK imports and that are not installed become empty ones: choosing an image needs none of them.
"""
import functools, importlib.abc, importlib.machinery, json, logging, sys
from unittest.mock import MagicMock

import boto3, botocore.loaders, importlib_metadata, numpy, packaging.version, requests, six, yaml

source, version = sys.argv[1:]


class Missing(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Comes last, so it only makes what nothing else finds, and never a part of the SDK."""

    def find_spec(self, name, path, target=None):
        if name.split(".")[0] not in ("sagemaker", "boto3", "botocore"):
            return importlib.machinery.ModuleSpec(name, self, is_package=True)

    def create_module(self, spec):
        module = MagicMock(name=spec.name)
        module.__spec__, module.__path__, module.__name__ = spec, [], spec.name
        return module

    def exec_module(self, module):
        pass


sys.meta_path.append(Missing())
sys.path.insert(0, source)
importlib_metadata.version = lambda name: version
logging.disable(logging.CRITICAL)
import sagemaker.utils

# Both read the same files again for each call.
sagemaker.utils._botocore_resolver = functools.lru_cache(sagemaker.utils._botocore_resolver)

if version.startswith("1"):
    from sagemaker import fw_registry, fw_utils
    from sagemaker.amazon import amazon_estimator
    from sagemaker.debugger import get_rule_container_image_uri
    from sagemaker.model import Model
    from sagemaker.model_monitor import DefaultModelMonitor

    functions = {
        "create_image_uri": fw_utils.create_image_uri,
        "get_image_uri": amazon_estimator.get_image_uri,
        "registry": amazon_estimator.registry,
        "default_framework_uri": fw_registry.default_framework_uri,
        "neo_image": functools.partial(Model._neo_image, Model.__new__(Model)),
        "rule_image": get_rule_container_image_uri,
        "monitor_image": DefaultModelMonitor._get_default_image_uri,
    }
else:
    from sagemaker import image_uris

    image_uris.config_for_framework = functools.lru_cache(image_uris.config_for_framework)
    functions = {"retrieve": image_uris.retrieve, "get_training_image_uri": image_uris.get_training_image_uri}

for line in sys.stdin:
    call = json.loads(line)
    try:
        answer = {"uri": functions[call["function"]](**call["arguments"])}
    except Exception as error:  # whatever it is, it is what the program would get
        answer = {"error": type(error).__name__}
    print(json.dumps(answer))
