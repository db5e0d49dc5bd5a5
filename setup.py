"""Map the top-level resources/ into the package, so that a wheel carries fonts and catalogues."""

from setuptools import find_packages, setup

setup(
    packages=[*find_packages(include=["inspector", "inspector.*"]), "inspector.resources"],
    package_dir={"inspector.resources": "resources"},
    package_data={
        "inspector.resources": ["**/*"],
        "inspector.checklists": ["data/**/*"],
    },
)
