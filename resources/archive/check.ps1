# 校验本归档包：逐个文件比对 SHA-256，找出已损坏、缺少、多出的文件。只读取，不写入，不需要联网。
# Checks this bundle: compares the SHA-256 of every file; finds damaged, missing and unlisted ones.
#
#   powershell -ExecutionPolicy Bypass -File 校验.ps1             校验本文件所在的归档包
#   powershell -ExecutionPolicy Bypass -File 校验.ps1 文件夹       校验另一个归档包（含 bagit.txt 的文件夹）
#
# 结束码：0 完好，1 有问题，2 无法校验。Windows PowerShell 3.0 以上。
param([string]$Folder)
$ErrorActionPreference = 'Stop'
if (-not $Folder) { $Folder = Split-Path (Split-Path $PSScriptRoot) }
$root = [System.IO.Path]::GetFullPath($Folder).TrimEnd('\')

# 超过 260 个字符的路径要写成这种形式 / paths of more than 260 characters are spelled so
function Full([string]$name) {
    $path = $root + '\' + $name.Replace('/', '\')
    if ($path.StartsWith('\\')) { return '\\?\UNC\' + $path.Substring(2) }
    return '\\?\' + $path
}

function Sum([string]$name) {
    $stream = New-Object System.IO.FileStream((Full $name), [System.IO.FileMode]::Open, [System.IO.FileAccess]::Read, [System.IO.FileShare]::Read)
    try { $bytes = $sha256.ComputeHash($stream) } finally { $stream.Dispose() }
    return [System.BitConverter]::ToString($bytes).Replace('-', '').ToLowerInvariant()
}

function Listed([string]$list) {
    $reader = New-Object System.IO.StreamReader((Full $list), [System.Text.Encoding]::UTF8)
    try { return @($reader.ReadToEnd() -split "`r?`n" | Where-Object { $_ }) } finally { $reader.Dispose() }
}

if (-not [System.IO.File]::Exists((Full 'bagit.txt'))) {
    Write-Output '这不是归档包：没有 bagit.txt / not a bundle: no bagit.txt'
    exit 2
}
$sha256 = [System.Security.Cryptography.SHA256]::Create()
$count = @{ ok = 0; damaged = 0; missing = 0; unread = 0; unlisted = 0 }
$known = New-Object 'System.Collections.Generic.HashSet[string]'
[void]$known.Add('tagmanifest-sha256.txt')

foreach ($list in 'tagmanifest-sha256.txt', 'manifest-sha256.txt') {
    if (-not [System.IO.File]::Exists((Full $list))) {
        Write-Output "缺少 missing     $list"
        $count.missing++
        continue
    }
    foreach ($line in (Listed $list)) {
        if ($line -notmatch '^([0-9a-f]{64})  (.+)$') {
            Write-Output "清单有误 bad line  ${list}: $line"
            $count.damaged++
            continue
        }
        $wanted = $Matches[1]
        $name = $Matches[2]
        if ($list -eq 'manifest-sha256.txt' -or $name -notmatch '^data/') { [void]$known.Add($name) }
        if (-not [System.IO.File]::Exists((Full $name))) {
            Write-Output "缺少 missing     $name"
            $count.missing++
            continue
        }
        try { $found = Sum $name } catch { $found = '' }
        if (-not $found) {
            Write-Output "无法读取 unread   $name"
            $count.unread++
        } elseif ($found -eq $wanted) {
            $count.ok++
        } else {
            Write-Output "已损坏 damaged   $name"
            $count.damaged++
        }
    }
}

$start = (Full 'x').Length - 1
foreach ($path in [System.IO.Directory]::EnumerateFiles((Full '').TrimEnd('\'), '*', [System.IO.SearchOption]::AllDirectories)) {
    $name = $path.Substring($start).Replace('\', '/')
    if (-not $known.Contains($name) -and $name -notmatch '^tagmanifest-(sm3\.txt|sha256\.txt((\.[0-9]+)?\.p7s)?)$') {
        Write-Output "多出 unlisted    $name"
        $count.unlisted++
    }
}

Write-Output ("完好 ok {0}，已损坏 damaged {1}，缺少 missing {2}，无法读取 unread {3}，多出 unlisted {4}" -f $count.ok, $count.damaged, $count.missing, $count.unread, $count.unlisted)
if ([System.IO.File]::Exists((Full 'tagmanifest-sha256.txt'))) {
    Write-Output '请与移交登记表上的校验值核对 / compare with the value on the hand-over form:'
    $anchor = Sum 'tagmanifest-sha256.txt'
    Write-Output $anchor
    Write-Output ($anchor -replace '(.{4})(?!$)', '$1 ')
}
if ($count.damaged + $count.missing + $count.unread + $count.unlisted -eq 0) {
    Write-Output '归档包完好 / the bundle is sound'
    exit 0
}
Write-Output '归档包有问题，请勿使用 / the bundle is NOT sound'
exit 1
